// Passwords that every guesser tries first: roots of the published lists of leaked passwords, in lower case. Endings of
// digits and signs, letters written as figures, runs and repeats are undone by checkPassword, so each stands for many.
const text = `
password passw0rd p@ssword passwd pass1234 password1 password12 password123 qwerty qwertyuiop qwerty123 qwer1234 qwerasdf
qazwsx qazwsxedc 1qaz2wsx 1q2w3e4r 1q2w3e4r5t 1q2w3e 123qwe 123qweasd 123456 1234567 12345678 123456789 1234567890 0123456789
987654321 9876543210 87654321 654321 11111111 00000000 88888888 66666666 99999999 12341234 123123123 11223344 112233 121212
123321 12344321 1234qwer 123456a a123456 a123456789 a12345678 aa123456 aa12345678 abc123 abc12345 abcd1234 abcdefg abcdefgh
abcd123456 q1w2e3r4 q123456 q12345678 z123456 z12345678 w123456 s123456 x123456 asd123456 asdasd asdasd123 asdfghjkl asdf1234
zxcvbnm zxcv1234 zxcvbnm123 woaini woaini1314 woaini520 woaiwojia woaini123 5201314 5211314 52013141 1314520 iloveyou iloveyou1
iloveu loveyou lovely love1234 wang1234 wangwang zhang123 zhangsan zhangwei lisi1234 liwei wangwei wangfang zhanghao liming
nihao nihao123 nihaoma haoren aini1314 tiancai zhongguo zhongguo123 beijing beijing2008 shanghai guangzhou shenzhen china china123
admin admin123 admin888 admin1234 administrator root root1234 toor guest guest123 user user1234 test test1234 test123 testtest
demo demo1234 default changeme letmein welcome welcome1 welcome123 login master super superman superadmin system manager
service support office office123 oracle oracle123 mysql postgres sqlserver sa123456 server cisco huawei huawei123 h3c lenovo
dell computer internet windows microsoft office365 excel word wps wps123 kingsoft tencent alibaba taobao baidu weixin wechat
dragon monkey tiger lion shadow sunshine princess football baseball basketball soccer hockey michael jordan jordan23 jennifer
jessica ashley michelle daniel thomas robert charlie andrew joshua matthew anthony george harley ranger hunter buster batman
starwars pokemon naruto killer trustno1 freedom whatever flower summer winter spring autumn monday friday january february
secret access hello hello123 hello1234 orange banana cookie cheese pepper ginger chocolate butter maggie mustang mercedes
ferrari porsche corvette yamaha suzuki honda toyota samsung apple google facebook twitter linkedin youtube amazon
matrix phoenix thunder diamond silver golden purple yellow black white nothing forever friends family mother father
caonima wocaonima nimabi shabi fuck fuckyou fuckyou1 asshole bitch sex pussy dick
xiaoming xiaohong xiaowang xiaoli laowang baobei baobao baobao520 aaaaaa aaaaaaaa aaa111 aaa123456 bbbbbb qqqqqq qqqqqqqq qq123456
qq12345678 ww123456 zz123456 zzzzzz mm123456 ll123456 hh123456 yy123456 xx123456 ss123456 dd123456 as123456 zx123456 qw123456
1a2b3c4d a1b2c3d4 a1b2c3 1qazxsw2 zaq12wsx !qaz2wsx 1qaz@wsx qwe123 qwe123456 qweqwe qweasd qweasdzxc wsxedc rfvtgb
147258369 147258 159357 159753 741852963 789456123 456123 258369 963852741 135792468 246813579 31415926 20080808 19491001
mima mima123 mima1234 mimamima wodemima kouling denglu caiwu caiwu123 kuaiji kuaiji123 chuna zhuxi zhuren shenji
密码 密码密码 我的密码 管理员 我爱你 我爱中国 中国 办公室 财务 会计 出纳
`

export const commonPasswords: ReadonlySet<string> = new Set(text.split(/\s+/).filter((word) => word !== ''))
